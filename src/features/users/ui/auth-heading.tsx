/** The heading above a form of the sign-in pages. */
export function AuthHeading({ title, description }: { title: string; description: string }) {
  return (
    <header className="mb-7 space-y-1.5">
      <h1 className="text-balance font-semibold text-2xl tracking-tight">{title}</h1>
      <p className="text-pretty text-muted-foreground text-sm">{description}</p>
    </header>
  );
}
