// Opens the page that was asked for as soon as the network is back, and now and then: the server may have been away.
const everyMs = 30_000;
document.getElementById('again')?.addEventListener('click', () => location.reload());
addEventListener('online', () => location.reload());
setInterval(() => {
  if (navigator.onLine && document.visibilityState === 'visible') location.reload();
}, everyMs);
