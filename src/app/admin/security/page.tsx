import { redirect } from "next/navigation";
import { requirePermission } from "../console-gate";

export default async function SecurityPage() {
  await requirePermission("security.view", "/admin/security");
  redirect("/admin/security/events");
}
