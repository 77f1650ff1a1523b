/** What other areas of the app use of signing in. */
export { SignInBox } from './sign-in/sign-in-page.tsx';
