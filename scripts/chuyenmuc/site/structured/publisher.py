"""Who publishes, and the site as a whole."""

from __future__ import annotations

from chuyenmuc.content.agency import Settings
from chuyenmuc.site.structured.ld import LANGUAGE, ORGANIZATION, WEBSITE, Node, absolute, node, one_or_all
from chuyenmuc.site.views.phones import numbers

SEARCH = "tim-kiem/?q={q}"


def publisher(settings: Settings) -> Node:
    """The agency in short, as each page names it."""
    return node(
        "GovernmentOrganization",
        __id=absolute(settings, ORGANIZATION),
        name=settings.agency.name,
        url=absolute(settings, ""),
    )


def organization(settings: Settings) -> Node:
    """The agency in full: what the home page says of it."""
    agency = settings.agency
    address = node("PostalAddress", streetAddress=agency.address, addressCountry="VN") if agency.address else None
    return publisher(settings) | node(
        "GovernmentOrganization",
        alternateName=agency.short_name,
        parentOrganization=node("GovernmentOrganization", name=agency.parent) if agency.parent else None,
        address=address,
        telephone=one_or_all(numbers(agency.phone)),
        email=agency.email,
        contactPoint=contact(settings),
        sameAs=[channel.url for channel in agency.channels],
    )


def contact(settings: Settings) -> Node | None:
    agency = settings.agency
    if not agency.phone and not agency.email:
        return None
    phone = one_or_all(numbers(agency.phone))
    return node("ContactPoint", contactType="Liên hệ", telephone=phone, email=agency.email, availableLanguage=LANGUAGE)


def website(settings: Settings) -> Node:
    agency = settings.agency
    portal = node("WebSite", name=agency.portal_name, url=agency.portal_url) if agency.portal_url else None
    target = node("EntryPoint", urlTemplate=absolute(settings, SEARCH))
    search = node("SearchAction", target=target) | {"query-input": "required name=q"}
    return node(
        "WebSite",
        __id=absolute(settings, WEBSITE),
        name=settings.site_name,
        url=absolute(settings, ""),
        inLanguage=LANGUAGE,
        publisher=publisher(settings),
        isPartOf=portal,
        potentialAction=search if settings.site_url else None,
    )


def part_of(settings: Settings) -> Node | None:
    return {"@type": "WebSite", "@id": absolute(settings, WEBSITE)} if settings.site_url else None
