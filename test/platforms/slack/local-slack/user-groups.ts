import { flag, type Method } from "./api-call.ts";

const list: Method = (call) => {
  const { world, team } = call;
  const mine = [...world.userGroups.values()].filter(({ teamId }) => teamId === team.id);
  const shown = mine.filter(({ disabled }) => !disabled || flag(call, "include_disabled"));
  return {
    usergroups: shown.map(({ id, handle, name, disabled }) => ({
      id,
      team_id: team.id,
      is_usergroup: true,
      name,
      handle,
      date_delete: disabled ? Math.floor(world.clock.now() / 1000) : 0,
    })),
  };
};

/** usergroups.* */
export const USER_GROUP_METHODS: Readonly<Record<string, Method>> = { "usergroups.list": list };
