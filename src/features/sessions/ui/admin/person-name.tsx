import { usePersonName } from "@/components/use-person-name";
import { UserAvatar } from "@/components/user-avatar";

/** Who a row is about. */
export function PersonName({ person }: { person: { id: string; displayName: string; username: string } }) {
  const personName = usePersonName();
  return (
    <span className="flex min-w-0 items-center gap-3">
      <UserAvatar id={person.id} name={personName(person)} />
      <span className="min-w-0">
        <span className="block truncate font-medium md:max-w-52">
          <bdi>{personName(person)}</bdi>
        </span>
        <span className="block truncate text-muted-foreground text-xs md:max-w-52">
          @<bdi>{person.username}</bdi>
        </span>
      </span>
    </span>
  );
}
