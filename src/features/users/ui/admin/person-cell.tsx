import Link from "next/link";
import { usePersonName } from "@/components/use-person-name";
import { UserAvatar } from "@/components/user-avatar";
import type { AdminUser } from "../../dto";

/** Who a row is about. */
export function PersonCell({ person }: { person: AdminUser }) {
  const personName = usePersonName();
  return (
    <span className="flex min-w-0 items-center gap-3">
      <UserAvatar id={person.id} name={personName(person)} />
      <span className="min-w-0">
        <Link
          href={`/admin/people/${person.id}`}
          id={personNameId(person)}
          className="block truncate font-medium underline-offset-4 hover:underline md:max-w-64"
        >
          <bdi>{personName(person)}</bdi>
        </Link>
        <span className="block truncate text-muted-foreground text-xs md:max-w-64">
          @<bdi>{person.username}</bdi>
        </span>
      </span>
    </span>
  );
}

/** The element that holds the person's name: buttons are described by it. */
export const personNameId = (person: AdminUser) => `person-${person.id}`;
