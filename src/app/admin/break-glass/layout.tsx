import type { ReactNode } from "react";
import { OversightTexts } from "../oversight-texts";

export default function BreakGlassLayout({ children }: { children: ReactNode }) {
  return <OversightTexts>{children}</OversightTexts>;
}
