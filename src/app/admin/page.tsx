import { redirect } from "next/navigation";
import { requireAdmin } from "./admin-gate";

export default async function AdminPage() {
  await requireAdmin("/admin");
  redirect("/admin/people");
}
