"use client";

import type { ComponentProps, ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { Spinner } from "@/components/ui/spinner";

/** A form's button. While the form is under way it says so, keeps the focus and ignores clicks. */
export function SubmitButton({
  pending,
  pendingText,
  children,
  ...props
}: Omit<ComponentProps<typeof Button>, "type"> & {
  pending: boolean;
  pendingText: string;
  children: ReactNode;
}) {
  return (
    <Button
      {...props}
      type="submit"
      aria-disabled={pending || undefined}
      onClick={(event) => {
        if (pending) event.preventDefault();
        else props.onClick?.(event);
      }}
    >
      {pending && <Spinner />}
      {pending ? pendingText : children}
    </Button>
  );
}
