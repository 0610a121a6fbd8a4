"""What every answer says to the browser: run nothing that is not ours, and keep nothing."""

from __future__ import annotations

POLICY = "; ".join(  # noqa: FLY002 - a directive a line
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data: blob:",
        "media-src 'self' blob:",
        "font-src 'self'",
        "connect-src 'self'",
        "worker-src 'self'",
        "manifest-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    )
)
"""The content security policy of every page (Content Security Policy Level 3)."""

_ALWAYS = {
    "Content-Security-Policy": POLICY,
    "Cross-Origin-Embedder-Policy": "require-corp",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(self), screen-wake-lock=(self)",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}

KEPT_NOWHERE = "no-store"
KEPT_UNTIL_CHANGED = "no-cache"


def headers_of(*, is_ours: bool) -> dict[str, str]:
    """Return the headers of an answer.

    Args:
        is_ours: whether it is a file of the program, which has no word of anybody in it.
    """
    return {**_ALWAYS, "Cache-Control": KEPT_UNTIL_CHANGED if is_ours else KEPT_NOWHERE}
