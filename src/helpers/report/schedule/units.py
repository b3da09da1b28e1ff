"""Ready units for servers: a systemd service for the scheduler, or crontab lines that need no daemon of ours."""

from __future__ import annotations

import shlex
from collections.abc import Sequence
from pathlib import Path

from helpers.report.schedule.plans import Plan


def systemd_unit(root: Path, command: Path) -> str:
    """A systemd user service that keeps `dossier schedule run` going."""
    return f"""# ~/.config/systemd/user/dossier-schedule.service
# systemctl --user enable --now dossier-schedule; loginctl enable-linger $USER keeps it going after logout
[Unit]
Description=Scheduled report runs in {root}
After=network-online.target

[Service]
WorkingDirectory={root}
ExecStart={_systemd_word(str(command))} schedule run
Restart=on-failure
RestartSec=60
# secrets (DOSSIER_SMTP_PASSWORD, DOSSIER_WEBHOOK) belong into this file, readable by you alone
EnvironmentFile=-%h/.config/dossier.env
NoNewPrivileges=yes
PrivateTmp=yes

[Install]
WantedBy=default.target
"""


def crontab_lines(plans: Sequence[Plan], root: Path, command: Path) -> str:
    """Crontab lines that fire each cron schedule; intervals are named as what cron cannot say."""
    lines = [
        "# crontab -e; cron makes up no missed run and knows no retries of its own, dossier does the retries"
    ]
    for plan in plans:
        if plan.kind == "interval":
            lines.append(
                f"# {plan.name}: every {plan.when} is no cron expression; use dossier schedule --systemd for it"
            )
            continue
        words = f"cd {shlex.quote(str(root))} && {shlex.quote(str(command))} schedule fire {plan.name}"
        lines += [f"CRON_TZ={plan.timezone}", f"{plan.when} {words.replace('%', chr(92) + '%')}"]
    return "\n".join(lines) + "\n"


def _systemd_word(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"').replace("%", "%%") + '"'
