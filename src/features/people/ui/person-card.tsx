import { type ReactNode, useId } from "react";

/** A part of what the console shows of a person; `none` stands in where there is nothing. */
export function PersonCard({
  title,
  none = false,
  action,
  children,
}: {
  title: string;
  none?: string | false;
  action?: ReactNode;
  children: ReactNode;
}) {
  const id = useId();
  return (
    <section aria-labelledby={id} className="flex min-w-0 flex-col gap-3 rounded-lg border bg-card p-4">
      <header className="flex min-h-8 items-center gap-2">
        <h2 id={id} className="font-semibold">
          {title}
        </h2>
        {action && <div className="ms-auto">{action}</div>}
      </header>
      {none ? <p className="text-muted-foreground text-sm">{none}</p> : children}
    </section>
  );
}
