// What the pages of conversations have besides: the filter, the player, the choice of turns, what was heard.
import "./elements/filter-rows";
import "./elements/heard-acts";
import "./elements/kind-fields";
import "./elements/terms-selection";
import "./elements/transcript-player";
