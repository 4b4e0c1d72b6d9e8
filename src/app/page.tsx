import { redirect } from "next/navigation";
import { listPath } from "@/features/conversations/conversation-path";

export default function HomePage() {
  redirect(listPath);
}
