// What every page has: htmx, and small elements that work without it, too.
import "./elements/htmx-settings";
import "./elements/htmx";
import "./elements/whole-pages";
import "./elements/fresh-page";
import "./elements/keys";
import "./elements/palette";
import "./elements/theme";
import "./elements/says";
import "./elements/confirm";
import "./elements/copy-text";
import "./elements/print-page";
import "./elements/idle-lock";
import "./elements/progress-of";
import "./elements/drop-file";
import "./elements/undo-toast";
import "./elements/time-ago";
import "./elements/secret-field";
