/** How often a stream of server-sent events says that it is still there, when it has nothing else to tell. */
export const liveHeartbeatSeconds = 25;
/** The event by which it says so. A comment would be as good for proxies, but a browser tells nobody of comments. */
export const liveHeartbeatEvent = 'heartbeat';
