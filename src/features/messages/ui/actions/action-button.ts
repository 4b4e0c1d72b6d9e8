/** How the buttons of a message's toolbar look. */
export const actionButton =
  "flex size-8 items-center justify-center rounded-md text-muted-foreground hover:bg-accent hover:text-accent-foreground data-[state=open]:bg-accent [&_svg]:size-4";
