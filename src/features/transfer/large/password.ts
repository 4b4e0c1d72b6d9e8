/** Everybody's in the large workspace; it is for measuring, never for real work. */
export const largePassword = "large-demo-password";
