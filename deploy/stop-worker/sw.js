// Takes the worker of Good Terms out of browsers, with all that it kept. Put this in the place of the site's own sw.js.
// What it does: deploy/README.md, "Taking the worker away".
self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', (event) => event.waitUntil(leave()));

async function leave() {
  const { scope } = self.registration;
  for (const name of await caches.keys())
    if (/^(good-terms|workbox-precache)/.test(name) && (name.endsWith(` ${scope}`) || name.endsWith(`-${scope}`)))
      await caches.delete(name);
  await self.registration.unregister();
}
