/** The heading of a page of the console. */
export function ConsoleHeading({ title, description }: { title: string; description: string }) {
  return (
    <header className="mb-6 space-y-1">
      <h1 className="font-semibold text-2xl tracking-tight">{title}</h1>
      <p className="max-w-prose text-pretty text-muted-foreground text-sm">{description}</p>
    </header>
  );
}
