import { type ReactNode, useId } from "react";

/** A part of the account's page, under its own heading. */
export function AccountSection({
  title,
  description,
  children,
}: {
  title: string;
  description: string;
  children: ReactNode;
}) {
  const headingId = useId();
  return (
    <section aria-labelledby={headingId} className="grid gap-4">
      <header className="space-y-1">
        <h2 id={headingId} className="font-semibold text-lg tracking-tight">
          {title}
        </h2>
        <p className="max-w-prose text-pretty text-muted-foreground text-sm">{description}</p>
      </header>
      {children}
    </section>
  );
}
