"use client";

import { useRouter } from "next/navigation";
import { ImportForm } from "@/features/people/ui/import-form";

export function Import() {
  const router = useRouter();
  return <ImportForm onPlanned={({ id }) => router.push(`/admin/jobs/${id}`)} />;
}
