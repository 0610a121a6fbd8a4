// What the page of a draft has besides its editor.
import "./elements/finding-link";
