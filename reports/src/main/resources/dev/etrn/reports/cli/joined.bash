
# To bash a word with a colon, such as mta:postfix, is several words, and so is --target=embedded.
# Here they become what the command gets; of what completes them, the part before the last colon is
# cut off, since bash leaves that alone. zsh splits neither.
function _complete_etrn_joined() {
  local -a typed=()
  local i last=-1 current=0 before=- word space rest=$COMP_LINE
  for (( i = 0; i < ${#COMP_WORDS[@]}; i++ )); do
    word=${COMP_WORDS[i]}
    space=${rest%%[![:blank:]]*}
    rest=${rest#"$space"}
    rest=${rest#"$word"}
    if [[ -z $space && ( $before == *: || $word == :* ) ]]; then
      typed[last]="${typed[last]}$word"
    elif [[ -n $space || $word != "=" || ${typed[last]} != --* ]]; then
      last=$(( last + 1 ))
      typed[last]=$word
    elif (( i == COMP_CWORD )); then
      last=$(( last + 1 ))
      typed[last]=""
    fi
    before=$word
    if (( i == COMP_CWORD )); then
      current=$last
    fi
  done
  COMP_WORDS=("${typed[@]}")
  COMP_CWORD=$current
  _complete_etrn
  if [[ ${COMP_WORDBREAKS-} == *:* && ${typed[current]} == *:* ]]; then
    word=${typed[current]}
    word=${word%"${word##*:}"}
    COMPREPLY=("${COMPREPLY[@]#"$word"}")
  fi
}

complete -F _complete_etrn_joined -o default etrn
