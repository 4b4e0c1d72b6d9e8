/** The heading of a part of the account. */
export function AccountHeading({ title, description }: { title: string; description: string }) {
  return (
    <header className="space-y-1">
      <h1 className="font-semibold text-2xl tracking-tight">{title}</h1>
      <p className="max-w-prose text-pretty text-muted-foreground text-sm">{description}</p>
    </header>
  );
}
