// Without network: a page that cannot be fetched gives way to the one that says so. Nothing else is kept.
"use strict";

const KEPT = "chuyen-muc-{{ version }}";
const ROOT = new URL("./", self.location);
const OFFLINE = new URL("{{ offline }}", ROOT);
const FILES = [{% for file in kept %}"{{ file }}"{% if not loop.last %}, {% endif %}{% endfor %}].map((file) => new URL(file, ROOT).href);

/** The page is shown at any address: its own links must not depend on where it stands. */
async function anchored(reply) {
  const text = await reply.text();
  const moved = text.replace(/\b(href|src|action)="(?![a-z][a-z0-9+.-]*:|#)([^"]*)"/gi, (_, name, path) => {
    return `${name}="${new URL(path.replaceAll("&amp;", "&"), OFFLINE).href.replaceAll("&", "&amp;")}"`;
  });
  return new Response(moved, { headers: { "Content-Type": "text/html; charset=utf-8" } });
}

async function keep() {
  const cache = await caches.open(KEPT);
  const page = await fetch(OFFLINE);
  if (!page.ok) throw new Error(`${OFFLINE.href}: ${page.status}`);
  await cache.put(OFFLINE.href, await anchored(page));
  await cache.addAll(FILES);
  await self.skipWaiting();
}

async function clean() {
  const names = await caches.keys();
  const old = names.filter((name) => name.startsWith("chuyen-muc-") && name !== KEPT);
  await Promise.all(old.map((name) => caches.delete(name)));
  await self.clients.claim();
}

async function answered(request, kept) {
  try {
    return await fetch(request);
  } catch (error) {
    const found = await (await caches.open(KEPT)).match(kept);
    if (found) return found;
    throw error;
  }
}

self.addEventListener("install", (event) => event.waitUntil(keep()));
self.addEventListener("activate", (event) => event.waitUntil(clean()));
self.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET") return;
  if (request.mode === "navigate") event.respondWith(answered(request, OFFLINE.href));
  else if (FILES.includes(request.url)) event.respondWith(answered(request, request.url));
});
