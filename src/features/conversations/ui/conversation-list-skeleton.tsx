import { Skeleton } from "@/components/ui/skeleton";

const rows = [
  { name: "w-24", excerpt: "w-4/5" },
  { name: "w-36", excerpt: "w-2/3" },
  { name: "w-28", excerpt: "w-3/4" },
  { name: "w-20", excerpt: "w-1/2" },
  { name: "w-32", excerpt: "w-5/6" },
];

export function ConversationListSkeleton() {
  return (
    <div aria-hidden="true" className="flex-1 overflow-hidden px-4 py-1">
      {rows.map(({ name, excerpt }) => (
        <div key={name} className="flex h-15 items-center gap-3">
          <Skeleton className="size-9 rounded-full" />
          <div className="grid flex-1 gap-2">
            <Skeleton className={`h-3 ${name}`} />
            <Skeleton className={`h-2.5 ${excerpt}`} />
          </div>
        </div>
      ))}
    </div>
  );
}
