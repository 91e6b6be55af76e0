/** Every measurement by its name, which is a module of the folder above, in the order of the document. */
export const TITLES = {
  core: '解析与校核',
  typing: '输入',
  requests: '请求',
  lines: '长行',
  peers: '与其他工具相比',
  folders: '文件夹',
  start: '命令行启动',
  server: '语言服务器',
  activation: 'VS Code 启用扩展',
  size: '打包大小',
};
