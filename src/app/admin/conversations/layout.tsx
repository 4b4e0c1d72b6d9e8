import type { ReactNode } from "react";
import { OversightTexts } from "../oversight-texts";

export default function ConversationsLayout({ children }: { children: ReactNode }) {
  return <OversightTexts>{children}</OversightTexts>;
}
