"use client"

import * as React from "react"
import { Direction } from "radix-ui"

function DirectionProvider({
  ...props
}: React.ComponentProps<typeof Direction.DirectionProvider>) {
  return <Direction.DirectionProvider {...props} />
}

const useDirection = Direction.useDirection

export { DirectionProvider, useDirection }
