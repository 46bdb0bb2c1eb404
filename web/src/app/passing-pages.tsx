/*
 * Pages that people pass through once, in one file: each file of its own would be named in the first script.
 */
export { AccountLinkPage } from '../features/account/account-link-page.tsx';
export { GoogleReturnPage } from '../features/account/google-return-page.tsx';
export { ResetPasswordPage } from '../features/account/reset-password-page.tsx';
export { GoodbyePage } from '../features/landing/goodbye-page.tsx';
export { Welcome } from './welcome.tsx';
