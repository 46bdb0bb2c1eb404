import * as z from 'zod/mini';

/** What can be withdrawn from a person one by one. The names stand in `sanctions/{uid}.denied`. */
export const permissions = [
  'write',
  'createCommunity',
  'joinCommunity',
  'createGroup',
  'joinGroup',
  'direct',
] as const;

export type Permission = (typeof permissions)[number];

export const permissionSchema = z.enum(permissions, 'This permission does not exist.');

/** Custom claim `role` of the people who look after Sameboat as a whole. */
export const staffRoles = ['moderator', 'admin'] as const;

export type StaffRole = (typeof staffRoles)[number];

export const staffRoleSchema = z.enum(staffRoles, 'This role does not exist.');
