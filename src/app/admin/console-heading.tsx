import type { ReactNode } from "react";

/** The heading of a page of the console; `children` are its buttons. */
export function ConsoleHeading({
  title,
  description,
  children,
}: {
  title: string;
  description?: string;
  children?: ReactNode;
}) {
  return (
    <header className="mb-6 flex flex-wrap items-start gap-3">
      <div className="min-w-0 flex-1 basis-64 space-y-1">
        <h1 className="font-semibold text-2xl tracking-tight">{title}</h1>
        {description && (
          <p className="max-w-prose text-pretty text-muted-foreground text-sm">{description}</p>
        )}
      </div>
      {children && <div className="flex flex-wrap gap-2">{children}</div>}
    </header>
  );
}
