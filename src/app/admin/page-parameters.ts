export type PageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

/** What a page was asked with, as its list's view is read from it: of what is said twice, the first. */
export async function pageParameters({ searchParams }: PageProps) {
  const said = await searchParams;
  return { get: (name: string) => [said[name] ?? null].flat()[0] ?? null };
}
