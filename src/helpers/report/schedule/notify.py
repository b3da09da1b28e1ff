"""Mail and webhook after a scheduled run: off by default, secrets from the environment and never written anywhere."""

from __future__ import annotations

import logging
import os
import smtplib
from collections.abc import Mapping
from dataclasses import asdict
from email.message import EmailMessage
from pathlib import Path
from typing import TYPE_CHECKING, Any

from helpers.foundation.errors import ConfigError
from helpers.foundation.settings import check_keys, load_yaml

if TYPE_CHECKING:
    from helpers.report.schedule.fire import Outcome

log = logging.getLogger(__name__)

WHEN = ("changed", "same", "nothing new", "nothing checked", "failed")


def load_notify(path: Path) -> dict[str, Any]:
    """Read config/notify.yml; empty when the file is not there, which is the default.

    Raises:
        ConfigError: naming file, line and what is allowed.
    """
    if not path.exists():
        return {}
    data = load_yaml(path) or {}
    check_keys(path, data, allowed=("on", "mail", "webhook"))
    if unknown := sorted(set(data.get("on", [])) - set(WHEN)):
        raise ConfigError(path, f"on: {unknown}; allowed: {', '.join(WHEN)}")
    if "mail" in data:
        check_keys(
            path,
            data["mail"],
            allowed={"host": True, "port": False, "user": False, "from": True, "to": True},
            at=("mail",),
        )
    if "webhook" in data and data["webhook"] is not True:
        raise ConfigError(path, "webhook: true is all there is to say; its address is in DOSSIER_WEBHOOK")
    return dict(data)


def notify(outcome: Outcome, root: Path) -> None:
    """Tell whoever config/notify.yml names; what goes wrong here is logged and never makes a run fail."""
    try:
        config = load_notify(root / "config" / "notify.yml")
        if outcome.outcome not in config.get("on", ("changed", "failed")):
            return
        if "mail" in config:
            _send_mail(config["mail"], outcome)
        if config.get("webhook"):
            _call_webhook(outcome)
    except (ConfigError, OSError, smtplib.SMTPException, ValueError) as err:
        log.warning("nobody was told of the run of %s: %s", outcome.schedule, type(err).__name__)


def _send_mail(config: Mapping[str, Any], outcome: Outcome) -> None:
    message = EmailMessage()
    message["Subject"] = f"{outcome.schedule}: {outcome.outcome}".replace("\n", " ")
    message["From"], message["To"] = config["from"], config["to"]
    message.set_content(
        f"{outcome.detail}\n\nrun {outcome.run_id or 'none'}, {outcome.attempts} attempt(s), finished {outcome.finished}\n"
    )
    with smtplib.SMTP(config["host"], int(config.get("port", 587)), timeout=30) as server:
        if server.has_extn("starttls") or (server.ehlo()[0] == 250 and server.has_extn("starttls")):
            server.starttls()
        if password := os.environ.get("DOSSIER_SMTP_PASSWORD"):
            server.login(config.get("user", config["from"]), password)
        server.send_message(message)


def _call_webhook(outcome: Outcome) -> None:
    import httpx

    address = os.environ.get("DOSSIER_WEBHOOK", "")
    if not address.startswith(("http://", "https://")):
        raise ValueError("DOSSIER_WEBHOOK holds no http address")
    try:
        httpx.post(address, json=asdict(outcome), timeout=30).raise_for_status()
    except httpx.HTTPError as err:
        # the address is a secret and is part of httpx's own message
        raise OSError(f"the webhook did not answer well ({type(err).__name__})") from None
