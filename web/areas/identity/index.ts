/** What other areas of the app take from signing in. */
export { SignInBox } from './sign-in/sign-in-page.tsx';
