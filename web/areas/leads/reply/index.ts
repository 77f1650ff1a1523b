export { mayReply, ReplyButton, replyButtonId } from './reply-button.tsx';
