-- What an author does in Neovim with the server attached, as its own client sees it; the result goes out as JSON.
-- Runs in Neovim 0.7 (Debian 12) and newer.
local node, cli, result = unpack(vim.g.nianbao)

local seen = { messages = {} }
vim.lsp.handlers['window/showMessage'] = function(_, message)
  table.insert(seen.messages, message)
end

local id = vim.lsp.start_client({
  name = 'nianbao',
  cmd = { node, cli, 'lsp', '--stdio' },
  root_dir = vim.fn.getcwd(),
  on_exit = function(code)
    seen.exit = code
  end,
})

local function wait(what, condition)
  if not vim.wait(30000, condition, 20) then
    error('waited in vain for ' .. what)
  end
end

local function ask(method, params)
  local answers, failure = vim.lsp.buf_request_sync(0, method, params, 30000)
  local answer = answers and answers[id]
  if not answer or answer.err then
    error(method .. ': ' .. vim.inspect(failure or answer))
  end
  return answer.result
end

local function diagnostics()
  return vim.tbl_map(function(found)
    local line = vim.api.nvim_buf_get_lines(0, found.lnum, found.lnum + 1, true)[1]
    return {
      code = found.code or found.user_data.lsp.code,
      severity = found.severity,
      message = found.message,
      line = found.lnum,
      text = line:sub(found.col + 1, found.end_col),
    }
  end, vim.diagnostic.get(0))
end

local function work()
  vim.cmd('edit draft.md')
  vim.lsp.buf_attach_client(0, id)
  wait('the first diagnostics', function()
    return #vim.diagnostic.get(0) > 0
  end)
  seen.before = diagnostics()

  local wrong = vim.diagnostic.get(0, { severity = vim.diagnostic.severity.ERROR })[1]
  vim.api.nvim_win_set_cursor(0, { wrong.lnum + 1, wrong.col })
  local place = vim.lsp.util.make_position_params(0, 'utf-16')
  seen.hover = ask('textDocument/hover', place)
  seen.symbols = ask('textDocument/documentSymbol', { textDocument = place.textDocument })

  local actions = ask('textDocument/codeAction', {
    textDocument = place.textDocument,
    range = { start = place.position, ['end'] = place.position },
    context = { diagnostics = { wrong.user_data.lsp } },
  })
  seen.actions = vim.tbl_map(function(action)
    return action.title
  end, actions)
  local action = actions[1]
  if not action.edit then
    action = ask('codeAction/resolve', action)
  end
  vim.lsp.util.apply_workspace_edit(action.edit, 'utf-16')
  wait('the diagnostics to go', function()
    return #vim.diagnostic.get(0, { severity = vim.diagnostic.severity.ERROR }) == 0
  end)
  seen.after = diagnostics()
  vim.cmd('silent write')

  vim.lsp.stop_client(id)
  wait('the server to end', function()
    return seen.exit ~= nil
  end)
end

local ok, failure = pcall(work)
if not ok then
  seen.failure = failure
end
local file = assert(io.open(result, 'w'))
file:write((vim.json or { encode = vim.fn.json_encode }).encode(seen))
file:close()
vim.cmd('qall!')
