/** What happens in the queue of reports; those who handle reports may listen. */
export const reportsChannel = "private-reports";
