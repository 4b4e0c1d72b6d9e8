import { ArrowLeftIcon } from "lucide-react";
import Link from "next/link";

/** Leads from one thing to the list that it is in. */
export function BackLink({ href, children }: { href: string; children: string }) {
  return (
    <Link
      href={href}
      className="mb-3 inline-flex items-center gap-1.5 rounded-sm text-muted-foreground text-sm hover:text-foreground"
    >
      <ArrowLeftIcon aria-hidden="true" className="size-4 rtl:rotate-180" />
      {children}
    </Link>
  );
}
