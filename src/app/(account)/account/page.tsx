import { redirect } from "next/navigation";
import { sections } from "./sections";

export default function AccountPage() {
  redirect(sections[0].href);
}
