/** What the page says of itself to which a message's first link leads. Text only: no picture is loaded by reading. */
export type LinkPreview = {
  /** Where it was found, after redirects. */
  url: string;
  title: string;
  description: string | null;
  siteName: string | null;
};
