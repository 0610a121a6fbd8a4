// The page of a draft: an editor that marks what was promised, and its cards.
import "./editor/adopted-styles";
import "./editor/draft-editor";
