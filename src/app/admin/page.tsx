import { notFound, redirect } from "next/navigation";
import { can } from "@/lib/permissions";
import { requirePermission } from "./console-gate";
import { sections } from "./sections";

/** The console opens with the first section that the person may use. */
export default async function AdminPage() {
  const actor = await requirePermission(null, "/admin");
  redirect(sections.find(({ permission }) => can(actor, permission))?.href ?? notFound());
}
