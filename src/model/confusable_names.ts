import type { Room } from "./room.ts";
export function reportConfusableNames(_room: Room): void {}
