/** How often a stream of server-sent events sends a heartbeat when it has nothing else to send. */
export const liveHeartbeatSeconds = 25;
/** The heartbeat's event type. A comment would do for proxies, but browsers don't pass comments on to pages. */
export const liveHeartbeatEvent = 'heartbeat';
