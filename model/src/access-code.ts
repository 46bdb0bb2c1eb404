import * as z from 'zod/mini';

/** The hash of the code that opens a closed community or a circle. No client ever reads or writes it. */
export function communityAccessPath(communityId: string): string {
  return `communities/${communityId}/private/access`;
}

export function circleAccessPath(circleId: string): string {
  return `circles/${circleId}/private/access`;
}

export const accessCodeSchema = z.object({ codeHash: z.string() });
export type AccessCode = z.infer<typeof accessCodeSchema>;
