/** Letters without case and accents, so that "jose" finds "José". */
export const foldName = (text: string) =>
  text
    .normalize("NFKD")
    .replace(/\p{Script=Inherited}/gu, "")
    .toLocaleLowerCase();
